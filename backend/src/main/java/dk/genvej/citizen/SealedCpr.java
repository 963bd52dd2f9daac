package dk.genvej.citizen;

/** A CPR number as it is kept. */
record SealedCpr(byte[] sealed, byte[] index, int key) {}
