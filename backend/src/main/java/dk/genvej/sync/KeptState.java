package dk.genvej.sync;

/** What has become of a kept mutation. */
public enum KeptState {
  /** Waits for one it depends on. */
  HELD,
  /** What it waited for came, and it landed. */
  APPLIED,
  /** What it waited for failed, or it was refused itself. */
  FAILED,
  /** In quarantine, until somebody decides. */
  WAITING,
  ACCEPTED,
  DISCARDED
}
