package org.junheng.jobs.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.ExitStatus;
import org.junheng.jobs.Refusal;
import org.junheng.jobs.config.Mistake;
import org.junheng.jobs.config.Privacy;

/** Turns the ids of pupils into pseudonyms when they are first read: the first half of HMAC-SHA-256, in hexadecimal digits. */
final class Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

    private final Mac mac;
    private final String keyId;
    private final boolean random;
    private @Nullable String lastId;
    private String last = "";

    private Pseudonyms(byte[] key, boolean random) {
        try {
            this.mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            this.keyId = HexFormat.of().formatHex(digest, 0, 4);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        this.random = random;
    }

    /**
     * With the key that the evaluation names, or else with a random one.
     *
     * @throws Refusal with exit status 2 when the key named is not there
     */
    static Pseudonyms of(Privacy privacy, Path folder) {
        byte[] key = key(privacy, folder);
        if (key != null) {
            return new Pseudonyms(key, false);
        }
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return new Pseudonyms(random, true);
    }

    private static byte @Nullable [] key(Privacy privacy, Path folder) {
        String env = privacy.keyEnv();
        String file = privacy.keyFile();
        if (env != null) {
            return sound("key_env: " + env, System.getenv(env));
        }
        try {
            return file == null ? null : sound("key_file: " + file, Files.readString(folder.resolve(file)));
        } catch (IOException e) {
            return sound("key_file: " + file, null);
        }
    }

    private static byte[] sound(String where, @Nullable String key) {
        if (key == null || key.strip().length() < 16) {
            throw new Refusal(
                    ExitStatus.WRONG_USAGE,
                    Mistake.NO_KEY.code() + " " + where + "：没有密钥，或密钥短于 16 个字符",
                    Mistake.NO_KEY.code() + " " + where + ": there is no key, or it has fewer than 16 characters");
        }
        return key.strip().getBytes(StandardCharsets.UTF_8);
    }

    String of(String id) {
        if (!id.equals(lastId)) { // neighbouring rows often speak of the same pupil
            byte[] digest = mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
            last = HexFormat.of().formatHex(digest, 0, BYTES);
            lastId = id;
        }
        return last;
    }

    /** Says which key was used without telling it. */
    String keyId() {
        return keyId;
    }

    boolean isRandom() {
        return random;
    }
}
