/**
 * FHIR R4 as far as KL's gateway for home care takes it: the resources of a delivery report, and
 * for each profile a small writer from a record of ours to the resource. Pure: no bean, no clock,
 * no database.
 *
 * <p>Profiles and terminology: KLGateway, canonical base {@code http://fhir.kl.dk/gateway}.
 * Elements that the profiles forbid are not here, so that none can be sent by mistake; free text is
 * forbidden in all of them. Neighbours: shared.
 */
@NullMarked
package dk.genvej.tracking.fhir;

import org.jspecify.annotations.NullMarked;
