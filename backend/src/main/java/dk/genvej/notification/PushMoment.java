package dk.genvej.notification;

import java.time.Instant;

/** When somebody may be woken for a message that is in their inbox. */
public sealed interface PushMoment {

  record Now() implements PushMoment {}

  /** It is quiet until then; the message is read before or pushed then. */
  record Later(Instant at) implements PushMoment {}

  /** They do not want to be woken for it; it is in the inbox all the same. */
  record Never() implements PushMoment {}
}
