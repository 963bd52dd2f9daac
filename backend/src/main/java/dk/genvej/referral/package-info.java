/**
 * Henvendelse og henvisning: a contact with home care, assessed by a visitator as suitable for a
 * course or not, with the help before it and the help that would else have been given.
 *
 * <p>SEL § 83(3): rehabilitation is weighed before help is. Allowed neighbours: shared, access,
 * audit, work, settings, http, citizen.
 */
@NullMarked
package dk.genvej.referral;

import org.jspecify.annotations.NullMarked;
