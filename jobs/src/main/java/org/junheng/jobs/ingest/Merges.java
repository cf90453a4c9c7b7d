package org.junheng.jobs.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The merged cells of a sheet. They stand behind its data, so the sheet is gone through once, unparsed. */
record Merges(List<Area> areas) {
    private static final Pattern MERGED =
            Pattern.compile("mergeCell\\s[^<>]{0,80}?ref=\"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})\"");
    private static final int LONGEST_MATCH = 160;
    private static final int MOST = 20_000;
    /** Rows and columns from 1 on, both ends included. */
    record Area(int top, int left, int bottom, int right) {}

    /** Reads a sheet to its end, so that its checksum is looked at too. */
    static Merges read(ZipPart sheet) throws IOException {
        List<Area> areas = new ArrayList<>();
        byte[] block = new byte[1 << 16];
        String before = "";
        for (int n = sheet.read(block, 0, block.length); n >= 0; n = sheet.read(block, 0, block.length)) {
            String text = before + new String(block, 0, n, StandardCharsets.ISO_8859_1);
            int end = text.contains("mergeCell") ? collect(text, areas) : 0;
            before = text.substring(Math.max(end, text.length() - LONGEST_MATCH));
        }
        return new Merges(List.copyOf(areas));
    }

    private static int collect(String text, List<Area> areas) {
        Matcher matcher = MERGED.matcher(text);
        int end = 0;
        while (matcher.find()) {
            end = matcher.end();
            int top = Integer.parseInt(matcher.group(2));
            int bottom = Integer.parseInt(matcher.group(4));
            if (areas.size() < MOST) {
                areas.add(new Area(top, column(matcher.group(1)), bottom, column(matcher.group(3))));
            }
        }
        return end;
    }

    /** A = 1, Z = 26, AA = 27. */
    static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        return column;
    }
}
