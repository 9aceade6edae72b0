package com.devpayr.testkit.internal.platform;

import com.devpayr.injectable.EncryptedContent;
import com.devpayr.injectable.InjectableCrypto;
import com.devpayr.jackson.internal.WireTimestamps;
import com.devpayr.secret.Secret;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A stored injectable. Its content is encrypted; its secret is not stored. */
public final class InjectableRow extends ProjectResourceRow {
    String slug = "";

    @Nullable
    String title;

    String type = "";
    String mode = "";

    @Nullable
    String targetPath;

    @Nullable
    String validateEndpoint;

    /** True if it is delivered only when the project is paid. */
    public boolean onlyIfPaid = true;

    /** True if it is delivered. */
    public boolean isActive = true;

    private @Nullable String ciphertext;
    private @Nullable String contentHash;
    private @Nullable String signature;

    @Nullable
    Instant lastDeliveredAt;

    InjectableRow(long id, Instant createdAt, ProjectRow project) {
        super(id, createdAt, project);
    }

    @Override
    String nameInProject() {
        return slug;
    }

    /** Returns the time of its last delivery; null if there was none. */
    public @Nullable Instant lastDeliveredAt() {
        return lastDeliveredAt;
    }

    void seal(byte[] plaintext, Secret secret) {
        InjectableCrypto crypto = InjectableCrypto.create(secret);
        EncryptedContent sealed = crypto.encrypt(plaintext);
        ciphertext = sealed.value();
        contentHash = InjectableCrypto.hash(plaintext);
        signature = crypto.sign(sealed);
    }

    /** Returns the JSON of a list row, which has no payload. */
    Map<String, @Nullable Object> listJson() {
        return Json.object(
                "id", id,
                "slug", slug,
                "title", title,
                "type", type,
                "mode", mode,
                "target_path", targetPath,
                "validate_endpoint", validateEndpoint,
                "only_if_paid", onlyIfPaid,
                "is_active", isActive,
                "created_at", WireTimestamps.write(createdAt),
                "updated_at", WireTimestamps.write(updatedAt));
    }

    Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = listJson();
        json.put("project_id", project.id);
        json.put("content", ciphertext);
        json.put("file_path", filePath());
        json.put("content_hash", contentHash);
        json.put("signature", signature);
        json.put("meta", Json.phpObject(Map.of()));
        json.put("last_delivered_at", lastDeliveredAt == null ? null : WireTimestamps.write(lastDeliveredAt));
        return json;
    }

    /** Returns the JSON of a stream row, in which the field of the payload has another name. */
    Map<String, @Nullable Object> streamJson() {
        return Json.object(
                "slug", slug,
                "type", type,
                "mode", mode,
                "encrypted_content", ciphertext,
                "file_path", filePath(),
                "target_path", targetPath,
                "signature", signature,
                "meta", Json.phpObject(Map.of()));
    }

    /** Returns where the platform stores the encrypted file; null for another type. */
    private @Nullable String filePath() {
        return isFile() ? "injectables/" + project.id + "/" + id + ".enc" : null;
    }

    boolean isFile() {
        return type.equals("file");
    }
}
