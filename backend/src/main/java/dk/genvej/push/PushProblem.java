package dk.genvej.push;

/** Why a push did not arrive. Codes only: what a vendor writes may hold a token. */
enum PushProblem {
  /** The token is no longer in use (404). */
  UNREGISTERED,
  /** The token never was one (400). */
  TOKEN_INVALID,
  /** The message is not one FCM takes (400). */
  MESSAGE_INVALID,
  /** The token belongs to another project than the key (403). */
  SENDER_ID_MISMATCH,
  /** The key may not send, or its project has FCM switched off (403). */
  PERMISSION_DENIED,
  /** The access token was refused, also a fresh one (401). */
  UNAUTHENTICATED,
  /** FCM lacks what it needs to reach Apple or a browser: a certificate in its console (401). */
  THIRD_PARTY_AUTH,
  /** The project sends more than it may (429). */
  PROJECT_QUOTA,
  /** The device gets more than it may (429). */
  DEVICE_QUOTA,
  /** FCM is overloaded or down (503). */
  UNAVAILABLE,
  /** A fault inside FCM (500). */
  INTERNAL,
  /** No connection, or it broke. */
  NETWORK,
  /** No answer in time. */
  TIMED_OUT,
  /** An answer that none of these fits. */
  UNKNOWN,

  // ---- never sent

  /** The device has no token any more. */
  NO_TOKEN,
  /** Read, or cancelled, before it was sent. */
  NOT_NEEDED,
  /** The recipient does not want to be woken by this kind. */
  MUTED,
  /** A day old and still not sent. */
  EXPIRED
}
