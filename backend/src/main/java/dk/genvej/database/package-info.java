/**
 * Database: the schema and the roles of an installation. Migrations run as the owner, the server as
 * a role that owns nothing (docs/adr/0003). Neighbours: postgres.
 */
@NullMarked
package dk.genvej.database;

import org.jspecify.annotations.NullMarked;
