package dk.genvej.tracking.gateway;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * Where the gateway is and how an installation shows who it is there. Without an address reports
 * are made and wait.
 *
 * @param baseUrl the FHIR address, such as https://.../fhir
 * @param tokenUrl where a token is got for a SAML assertion
 * @param realm the address of the realm, which the client assertion is for
 * @param clientId the name of the client there
 * @param keyFile the client's private key, PEM (PKCS#8), whose public half is registered with the
 *     gateway and in Serviceplatformen
 * @param subjectIssuer who issues the assertions, as the gateway knows it
 * @param assertionFolder a SAML assertion for each municipality, 0890.xml, kept fresh by the
 *     installation's client of KOMBIT's STS
 * @param timeout how long an answer may take
 */
@ConfigurationProperties("genvej.gateway")
@Requires(property = "genvej.gateway.base-url")
record GatewaySettings(
    String baseUrl,
    String tokenUrl,
    String realm,
    String clientId,
    String keyFile,
    @Bindable(defaultValue = "kombit-sts") String subjectIssuer,
    String assertionFolder,
    @Bindable(defaultValue = "30s") Duration timeout) {}
