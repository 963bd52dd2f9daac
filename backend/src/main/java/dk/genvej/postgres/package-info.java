/**
 * A real PostgreSQL inside the program's own data folder: what demo, bench and tests keep their
 * rows in, so that a newcomer installs nothing and a test meets the same database as production.
 *
 * <p>The server's programs come from the class path (zonky's binaries jar, PostgreSQL 18). zonky's
 * own launcher is made for throw-away tests: it turns fsync off, trusts every local user, opens a
 * Unix socket and leaves the server running when the JVM is killed. This launcher keeps data, asks
 * for a password, listens on 127.0.0.1 alone, and takes the server down with the JVM.
 *
 * <p>Linux with glibc on amd64 or arm64; {@code setpriv} (util-linux) must be on the PATH. Knows
 * nothing of the field and imports no other package of Genvej.
 */
@NullMarked
package dk.genvej.postgres;

import org.jspecify.annotations.NullMarked;
