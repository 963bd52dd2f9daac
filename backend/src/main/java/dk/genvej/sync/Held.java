package dk.genvej.sync;

/**
 * What a tablet holds of one citizen.
 *
 * @param seq everything up to this change number
 * @param tag of which course and depth; {@link #OF_NO_USE} is to be sent whole the next time
 * @param day since epoch, when figures that grow by the day were last right
 */
record Held(long seq, long tag, int day) {

  static final long OF_NO_USE = 0;

  /** Something, of which nothing is known but whose it is. */
  static final Held SOMETHING = new Held(0, OF_NO_USE, 0);

  boolean fits(InScope now) {
    return tag == now.tag();
  }

  Held rightOn(int today) {
    return new Held(seq, tag, today);
  }
}
