package org.junheng.jobs.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** How a command ended, called in this process: its status and what it said. */
record End(int status, String out, String err) {

    static End of(String... args) {
        PrintStream stdout = System.out;
        PrintStream stderr = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try (PrintStream first = new PrintStream(said, true, StandardCharsets.UTF_8);
                PrintStream second = new PrintStream(complained, true, StandardCharsets.UTF_8)) {
            System.setOut(first);
            System.setErr(second);
            int status = Junheng.execute(args);
            return new End(status, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(stdout);
            System.setErr(stderr);
        }
    }

    /** What a scheduler reads. */
    String lastLine() {
        List<String> lines = out.lines().toList();
        return lines.get(lines.size() - 1);
    }
}
