package io.scapa.curation.recipe;

import java.util.List;
import java.util.stream.Collectors;

/** A recipe that cannot be used. It carries every fault that was found, not only the first. */
public final class RecipeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<RecipeFault> faults;

    public RecipeException(List<RecipeFault> faults) {
        super(faults.stream().map(RecipeFault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** The faults in the order of the file. */
    public List<RecipeFault> faults() {
        return faults;
    }
}
