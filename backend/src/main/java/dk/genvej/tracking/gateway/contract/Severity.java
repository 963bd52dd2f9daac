package dk.genvej.tracking.gateway.contract;

/** What a finding leads to. */
public enum Severity {
  /** The gateway refuses the report, so it is not sent. */
  REFUSED,
  /** The gateway might take it, and we do not send it all the same. */
  HELD,
  /** It is sent, and tells less than it could. */
  NOTICE;

  public boolean stops() {
    return this != NOTICE;
  }
}
