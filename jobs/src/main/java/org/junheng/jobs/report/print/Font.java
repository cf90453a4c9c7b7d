package org.junheng.jobs.report.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The letters of printed pages, Chinese and Latin: Noto Sans SC, embedded in every PDF in so far as it is used; its licence stands beside it. */
final class Font {
    static final String FAMILY = "Noto Sans SC";

    private Font() {}

    static InputStream open() {
        return Objects.requireNonNull(Font.class.getResourceAsStream("NotoSansSC-GBK.ttf"));
    }

    static byte[] bytes() {
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the font", e);
        }
    }
}
