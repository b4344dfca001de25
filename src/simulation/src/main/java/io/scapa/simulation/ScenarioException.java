package io.scapa.simulation;

/** A scenario that cannot be run: names the field, what was expected and what was found. */
public final class ScenarioException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * @param field the scenario's field, such as {@code mixture.alpha}
     * @param message what was expected and what was found
     */
    public ScenarioException(String field, String message) {
        super(field + ": " + message);
        this.field = field;
    }

    /** The field at fault. */
    public String field() {
        return field;
    }
}
