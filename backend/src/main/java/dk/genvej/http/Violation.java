package dk.genvej.http;

/**
 * One thing wrong with a request.
 *
 * @param pointer JSON pointer into the body, or the name of a parameter
 * @param code the keyword of the schema that broke, or the code of a rule
 */
record Violation(String pointer, String code, String message) {}
