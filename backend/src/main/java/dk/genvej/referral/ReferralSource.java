package dk.genvej.referral;

/** Who a contact came from: the fifteen of KL's list A1 to A15, in its order. */
public enum ReferralSource {
  CITIZEN,
  RELATIVE,
  CASE_WORKER,
  HOME_CARE,
  HOME_NURSING,
  TRAINING,
  PREVENTION,
  OTHER_MUNICIPALITY,
  GENERAL_PRACTITIONER,
  SPECIALIST,
  HOSPITAL_SURGICAL,
  HOSPITAL_MEDICAL,
  HOSPITAL_PSYCHIATRIC,
  HOSPITAL_EMERGENCY,
  OTHER
}
