/**
 * Campaigns against pushes (R10, S12): real senders of two instances, a stand-in of FCM that fails
 * by seed, and a clock that is moved. Judged by what the stand-in was sent and by SQL; none of the
 * code that sends judges itself here.
 */
@NullMarked
package dk.genvej.check.push;

import org.jspecify.annotations.NullMarked;
