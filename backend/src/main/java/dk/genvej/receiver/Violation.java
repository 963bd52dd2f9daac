package dk.genvej.receiver;

/**
 * What is wrong with a version.
 *
 * @param pointer a JSON pointer into its body
 */
record Violation(String pointer, String code) {}
