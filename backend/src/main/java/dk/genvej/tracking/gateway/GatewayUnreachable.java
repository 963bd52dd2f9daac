package dk.genvej.tracking.gateway;

/** The gateway cannot be asked now; its message names nobody. */
final class GatewayUnreachable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  GatewayUnreachable(String why) {
    super(why);
  }
}
