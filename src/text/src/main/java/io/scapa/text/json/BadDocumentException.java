package io.scapa.text.json;

import java.util.List;
import java.util.stream.Collectors;

/** JSON that does not have the shape of a document or an assessment; every wrong field is named. */
public final class BadDocumentException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<FieldError> errors;

    /** With at least one error. */
    public BadDocumentException(List<FieldError> errors) {
        super(errors.stream().map(FieldError::toString).collect(Collectors.joining("; ")));
        this.errors = List.copyOf(errors);
    }

    /** What is wrong, field by field, in the order in which fields are read. */
    public List<FieldError> errors() {
        return errors;
    }
}
