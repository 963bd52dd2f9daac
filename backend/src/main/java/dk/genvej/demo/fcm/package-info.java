/**
 * A stand-in for Firebase Cloud Messaging, for the demo, tests and campaigns: the HTTP v1 API with
 * its OAuth exchange, as Google documents them; it refuses what FCM refuses, fails as FCM fails,
 * and keeps what it got. Nothing in production knows it. Neighbours: shared.
 */
@NullMarked
package dk.genvej.demo.fcm;

import org.jspecify.annotations.NullMarked;
