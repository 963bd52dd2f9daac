package dk.genvej.course;

/** How a granted intervention reaches the citizen; KL's DeliveryType. */
public enum DeliveryType {
  INDIVIDUAL,
  GROUP,
  ROBOT,
  DIGITAL
}
