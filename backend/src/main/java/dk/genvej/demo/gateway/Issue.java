package dk.genvej.demo.gateway;

/**
 * One line of an OperationOutcome.
 *
 * @param severity error, or warning for what is taken all the same
 * @param code FHIR's kind of issue: structure, value, duplicate ...
 */
record Issue(String severity, String code, String text) {

  static Issue error(String text) {
    return new Issue("error", "invariant", text);
  }

  static Issue warning(String text) {
    return new Issue("warning", "business-rule", text);
  }
}
