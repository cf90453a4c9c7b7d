package org.junheng.jobs.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The streams of a command. */
final class Specs {
    private Specs() {}

    static PrintWriter out(CommandLine.Model.@Nullable CommandSpec spec) {
        if (spec == null) {
            throw new IllegalStateException("a command runs inside its command line");
        }
        return spec.commandLine().getOut();
    }
}
