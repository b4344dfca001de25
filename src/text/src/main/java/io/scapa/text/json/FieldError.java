package io.scapa.text.json;

/**
 * What is wrong with one field.
 *
 * @param field its name, dotted where nested, such as {@code headers.etag}
 * @param expectation what would have been right, such as {@code a string}
 * @param got what stands there, cut to a readable length
 */
public record FieldError(String field, String expectation, String got) {
    @Override
    public String toString() {
        return "field '" + field + "': expected " + expectation + ", got " + got;
    }
}
