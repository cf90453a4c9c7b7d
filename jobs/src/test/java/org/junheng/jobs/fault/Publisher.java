package org.junheng.jobs.fault;

import java.io.IOException;
import java.nio.file.Path;
import org.junheng.jobs.Refusal;

/** A process that publishes small runs: one, or one after the other until it is ended. */
final class Publisher {
    private Publisher() {}

    public static void main(String[] words) throws IOException {
        Path out = Path.of(words[0]);
        if (words[1].equals("once")) {
            System.exit(once(out, words[2]));
        }
        for (int i = 0; ; i++) {
            Generation.publish(out, words[2] + "-" + i);
            System.out.println(i);
        }
    }

    private static int once(Path out, String id) throws IOException {
        try {
            Generation.publish(out, id);
            return 0;
        } catch (Refusal e) {
            System.out.println(e.sentences().get(0).en());
            return e.status().code();
        }
    }
}
