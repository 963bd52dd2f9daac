package dk.genvej.broken.order.course;

/** What a class of an earlier package must not know. */
public record LateComer(int number) {}
