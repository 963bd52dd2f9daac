/** Command (kommando): the command line, one class a command. It may use every package. */
@NullMarked
package dk.genvej.command;

import org.jspecify.annotations.NullMarked;
