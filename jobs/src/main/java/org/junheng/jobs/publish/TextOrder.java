package org.junheng.jobs.publish;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** The order of texts that the engine knows. */
enum TextOrder implements Comparator<String> {
    /** By their bytes in UTF-8. */
    BYTES;

    @Override
    public int compare(String a, String b) {
        return Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
