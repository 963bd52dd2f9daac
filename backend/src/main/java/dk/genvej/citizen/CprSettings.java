package dk.genvej.citizen;

import io.micronaut.context.annotation.ConfigurationProperties;

/**
 * @param masterKeyFile a Tink key set in JSON that wraps the key sets of all municipalities; lives
 *     outside the database
 */
@ConfigurationProperties("genvej.cpr")
record CprSettings(String masterKeyFile) {}
