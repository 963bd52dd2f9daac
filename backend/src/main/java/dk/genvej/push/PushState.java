package dk.genvej.push;

/** Where a push is. */
enum PushState {
  /** To be sent when its time has come. */
  WAITING,
  /** In the hands of a sender, until its lease ends. */
  SENDING,
  /** FCM has it. */
  ACCEPTED,
  /** The device's token is dead, and it has no other. */
  DEAD,
  /** FCM will not have it. */
  REJECTED,
  /** Not sent: no longer needed, or not wanted. */
  DROPPED
}
