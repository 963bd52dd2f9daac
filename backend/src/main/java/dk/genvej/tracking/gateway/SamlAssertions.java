package dk.genvej.tracking.gateway;

/**
 * Assertions of KOMBIT's STS that we act for a municipality. A port, as the STS is reached through
 * what an installation has for it.
 */
interface SamlAssertions {

  /**
   * @return the assertion as XML
   * @throws GatewayUnreachable when there is none
   */
  String of(int municipality);
}
