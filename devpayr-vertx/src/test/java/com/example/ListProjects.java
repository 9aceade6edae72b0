package com.example;

import com.devpayr.config.DevPayrConfig;
import com.devpayr.vertx.VertxDevPayr;
import io.vertx.core.Vertx;

/** Prints the projects of an account. Reads the API key from {@code DEVPAYR_API_KEY}. */
public final class ListProjects {
    private ListProjects() {}

    public static void main(String[] arguments) {
        DevPayrConfig config = DevPayrConfig.fromEnvironment();
        Vertx vertx = Vertx.vertx();
        try (VertxDevPayr devpayr = VertxDevPayr.create(vertx, config)) {
            devpayr.projects()
                    .listAll()
                    .forEach(project -> System.out.println(project.id() + " " + project.name()))
                    .await();
        } finally {
            vertx.close().await();
        }
    }
}
