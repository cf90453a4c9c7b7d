package org.junheng.jobs.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import java.util.zip.ZipException;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.Refusal;

/** Separated text with quotes after RFC 4180. A quote that is not closed, or closed in the middle of a cell, refuses the file. */
final class CsvSheet implements SheetSource {
    private static final long LONGEST_ROW = 32_000_000;

    private final String file;
    private final StrictReader reader;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;

    CsvSheet(String file, StrictReader reader, char separator) throws IOException {
        this.file = file;
        this.reader = reader;
        this.parser = CSVParser.parse(
                reader,
                CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(separator)
                        .setIgnoreEmptyLines(false)
                        .get());
        this.records = parser.iterator();
    }

    @Override
    public @Nullable RawRow next() {
        long row = parser.getCurrentLineNumber() + 1;
        reader.allow(LONGEST_ROW);
        try {
            return records.hasNext()
                    ? new RawRow(row, Arrays.asList(records.next().values()))
                    : null;
        } catch (UncheckedIOException e) {
            throw refusal(row, Objects.requireNonNull(e.getCause()));
        }
    }

    private Refusal refusal(long row, IOException e) {
        if (e instanceof EOFException || e instanceof ZipException) {
            return Fault.of(Rule.FILE_CUT, file, "").refusal();
        }
        boolean quote = e instanceof CSVException || "a row without end".equals(e.getMessage());
        Rule rule = quote ? Rule.OPEN_QUOTE : Rule.UNREADABLE;
        return new Fault(rule, file, row, "", null, String.valueOf(e.getMessage())).refusal();
    }

    @Override
    public boolean isWhole() {
        return reader.endsWithLineBreak();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
