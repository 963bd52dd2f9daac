package dk.genvej.referral;

import dk.genvej.work.Work;
import java.util.UUID;

/**
 * What hangs on the shadow grant of a started course: category, degree of help and saved minutes
 * are counted again in the very transaction that corrects it (O2, R82). The contact knows of none
 * of them (docs/adr/0007).
 */
public interface ShadowListener {

  void shadowCorrected(Work work, UUID referralId);
}
