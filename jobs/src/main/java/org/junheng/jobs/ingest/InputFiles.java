package org.junheng.jobs.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.junheng.jobs.Refusal;
import org.junheng.jobs.config.Input;

/** The files of an input: one file, the files of a folder, or those that fit a pattern; in the order of their names. */
public final class InputFiles {
    private final Path folder;
    private final Input input;
    private final Findings findings;

    private InputFiles(Path folder, Input input, Findings findings) {
        this.folder = folder;
        this.input = input;
        this.findings = findings;
    }

    static List<SourceFile> of(Path folder, Input input, Findings findings) {
        InputFiles files = new InputFiles(folder, input, findings);
        try {
            List<SourceFile> found = files.find();
            files.refuseCopies(found);
            return found;
        } catch (IOException e) {
            throw Sheets.unreadable(input.path(), e);
        }
    }

    /** The files that an input names, before anything is said of them; none when there is nothing. */
    public static List<Path> paths(Path folder, Input input) {
        try {
            return new InputFiles(folder, input, new Findings(input.table()))
                    .find().stream().map(SourceFile::path).toList();
        } catch (IOException | Refusal e) {
            return List.of(); // reading says what is wrong
        }
    }

    /** What is no path or no pattern names no file. */
    private List<SourceFile> find() throws IOException {
        try {
            return named();
        } catch (PatternSyntaxException | InvalidPathException e) {
            throw Fault.of(Rule.FILE_ABSENT, input.path(), "").refusal();
        }
    }

    private List<SourceFile> named() throws IOException {
        Path path = isPattern() ? folder : folder.resolve(input.path());
        if (isPattern()) {
            return sources(matching(), Rule.FILE_ABSENT);
        } else if (Files.isDirectory(path)) {
            return sources(inside(path), Rule.FOLDER_EMPTY);
        } else if (!Files.isRegularFile(path)) {
            throw Fault.of(Rule.FILE_ABSENT, input.path(), "").refusal();
        }
        return sources(List.of(path), Rule.FILE_ABSENT);
    }

    private boolean isPattern() {
        return input.path().matches(".*[*?\\[{].*") && !Files.exists(folder.resolve(input.path()));
    }

    private List<Path> matching() throws IOException {
        String pattern = input.path();
        String fixed = pattern.replaceAll("[^/]*[*?\\[{].*", "");
        Path start = folder.resolve(fixed);
        if (!Files.isDirectory(start)) {
            throw Fault.of(Rule.FILE_ABSENT, pattern, "").refusal();
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern.substring(fixed.length()));
        try (Stream<Path> all = Files.walk(start, 8)) {
            return all.filter(Files::isRegularFile)
                    .filter(p -> matcher.matches(start.relativize(p)) && !isLeftByEditor(p))
                    .toList();
        }
    }

    private List<Path> inside(Path directory) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(directory)) {
            for (Path path : all) {
                if (Files.isRegularFile(path) && isData(path)) {
                    files.add(path);
                } else {
                    Rule rule = Files.isDirectory(path) ? Rule.FOLDER_INSIDE : Rule.NOT_READ;
                    findings.tell(Fault.of(rule, shown(path), ""));
                }
            }
        }
        return files;
    }

    private static boolean isData(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return !isLeftByEditor(path) && name.matches(".*\\.(csv|tsv|xlsx|xls|xlsm|parquet)(\\.gz)?");
    }

    /** {@code ~$data.xlsx}: a spreadsheet has the file open. */
    private static boolean isLeftByEditor(Path path) {
        return path.getFileName().toString().startsWith("~$");
    }

    private List<SourceFile> sources(List<Path> paths, Rule whenNone) {
        List<SourceFile> sources = paths.stream()
                .map(p -> new SourceFile(p, shown(p), input))
                .sorted((a, b) -> a.shown().compareTo(b.shown()))
                .toList();
        if (sources.isEmpty()) {
            throw Fault.of(whenNone, input.path(), "").refusal();
        }
        for (SourceFile source : sources) {
            String name = source.path().getFileName().toString();
            if (name.startsWith("_") || name.startsWith(".")) {
                throw Fault.of(Rule.HIDDEN_NAME, source.shown(), "").refusal();
            }
        }
        return sources;
    }

    private String shown(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path base = folder.toAbsolutePath().normalize();
        String text = (absolute.startsWith(base) ? base.relativize(absolute) : absolute.getFileName()).toString();
        return text.replace('\\', '/');
    }

    private void refuseCopies(List<SourceFile> files) throws IOException {
        Map<String, SourceFile> seen = new TreeMap<>();
        for (SourceFile file : files.size() > 1 ? files : List.<SourceFile>of()) {
            SourceFile same = seen.putIfAbsent(hash(file.path()), file);
            if (same != null) {
                throw Fault.of(Rule.FILE_TWICE, file.shown(), same.shown()).refusal();
            }
        }
    }

    private static String hash(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] block = new byte[1 << 16];
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                digest.update(block, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
