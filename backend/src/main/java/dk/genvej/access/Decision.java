package dk.genvej.access;

/** What the policy answers. */
public sealed interface Decision {

  record Allowed() implements Decision {}

  /**
   * @param reason for the audit trail, never shown to the caller
   */
  record Denied(String reason) implements Decision {}
}
