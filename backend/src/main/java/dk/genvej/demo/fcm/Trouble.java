package dk.genvej.demo.fcm;

/** How a request can fare at the stand-in. */
public enum Trouble {
  NONE,
  /** 400 of a field that is not the token. */
  MESSAGE_INVALID,
  /** 401; every access token so far is void. */
  ACCESS_TOKEN_EXPIRED,
  /** 403. */
  SENDER_ID_MISMATCH,
  /** 404; and the token is dead from now on. */
  UNREGISTERED,
  /** 429 of the project, with Retry-After. */
  PROJECT_QUOTA,
  /** 429 of the device, with Retry-After. */
  DEVICE_QUOTA,
  /** 500. */
  INTERNAL,
  /** 503. */
  UNAVAILABLE,
  /** 503 with a Retry-After that no client waits for in a call. */
  UNAVAILABLE_FOR_LONG,
  /** Answers well, and late. */
  SLOW,
  /** Does nothing and says nothing. */
  TIME_OUT,
  /** Does nothing and breaks the connection. */
  RESET,
  /** Takes the message and breaks the connection instead of saying so. */
  ANSWER_LOST
}
