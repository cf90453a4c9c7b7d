package org.junheng.jobs.ingest;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junheng.jobs.table.Schema;

/**
 * Headings of what tells a person: {@code personal.csv}. Names and identity numbers are in no table; telephones and addresses are a
 * person's in tables about pupils.
 */
final class Personal {
    private static final List<Word> WORDS = words();

    private Personal() {}

    /** A heading, or a part of headings that hold a Chinese word. */
    private record Word(String key, boolean isPart, boolean inAll) {
        boolean fits(String heading) {
            return isPart ? heading.contains(key) : heading.equals(key);
        }
    }

    static boolean isTold(Heading heading, Schema<?> schema) {
        if (heading.path().isEmpty() || schema.names().contains(heading.name())) {
            return false;
        }
        boolean aboutPupils = schema.columns().stream().anyMatch(Schema.Column::isPersonal);
        String leaf = Spelt.key(heading.path().get(heading.path().size() - 1)).replaceAll("[ -]+", "_");
        return WORDS.stream().anyMatch(w -> (w.inAll() || aboutPupils) && w.fits(leaf));
    }

    private static List<Word> words() {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Personal.class.getResourceAsStream("personal.csv")), StandardCharsets.UTF_8)) {
            return format.parse(in).stream().map(Personal::word).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Word word(CSVRecord r) {
        return new Word(
                r.get("word"), r.get("kind").equals("part"), r.get("tables").equals("all"));
    }
}
