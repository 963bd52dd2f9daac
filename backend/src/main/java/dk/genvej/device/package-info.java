/**
 * Tavler: the register of devices, one row for each person on each device; what lies on them, how
 * their sync is doing, and how a lost one is shut out and erased (R69, R88). Allowed neighbours:
 * shared, access, audit, work, http, citizen.
 */
@NullMarked
package dk.genvej.device;

import org.jspecify.annotations.NullMarked;
