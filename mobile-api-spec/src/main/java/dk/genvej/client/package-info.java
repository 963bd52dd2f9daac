/**
 * The reference client: what a tablet keeps, and how it syncs (SYNC.md). It knows the contract's
 * types and the JDK, nothing of the server, so that a campaign never tests the server against
 * itself.
 *
 * <p>{@link dk.genvej.client.SyncClient} is one person's use of one device. Everything it says is
 * saved lies fsynced in a {@link dk.genvej.client.Journal}; everything the server has acknowledged
 * stands in a {@link dk.genvej.client.Ledger} of its own.
 */
@NullMarked
package dk.genvej.client;

import org.jspecify.annotations.NullMarked;
