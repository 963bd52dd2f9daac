/**
 * Push (pushbesked): waking the devices of whoever was told something, by FCM. A push says that
 * there is a message of a kind under an id, and nothing else (R63); the inbox is the record. Open
 * browsers are woken by server-sent events. Allowed neighbours: notification, device and what lies
 * below them.
 */
@NullMarked
package dk.genvej.push;

import org.jspecify.annotations.NullMarked;
