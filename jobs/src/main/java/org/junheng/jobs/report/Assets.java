package org.junheng.jobs.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What a page carries with it: the chart library, our script and our style. */
public record Assets(String charts, String script, String style) {
    static Assets read() {
        return new Assets(resource("echarts.common.min.js"), resource("report.js"), pageStyle());
    }

    /** The style of every page. */
    static String pageStyle() {
        return resource("report.css");
    }

    /** The style of printed pages. */
    static String printStyle() {
        return resource("print/print.css");
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Assets.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
