package dk.genvej.push;

/**
 * A wake-up on its way to one device.
 *
 * @param token the device's address at FCM; who has it can wake the device, so it is never logged
 */
record Push(Wake wake, String token) {

  @Override
  public String toString() {
    return wake.toString();
  }
}
