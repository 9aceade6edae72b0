/**
 * The DevPayr client's API and SPI, which require only the JDK. Open, since Feign reads the services' default methods by
 * reflection.
 */
@SuppressWarnings("module") // the exported-to modules are built after this one
open module com.devpayr {
    requires static org.jspecify;

    exports com.devpayr;
    exports com.devpayr.call;
    exports com.devpayr.config;
    exports com.devpayr.domain;
    exports com.devpayr.enforcement;
    exports com.devpayr.error;
    exports com.devpayr.guard;
    exports com.devpayr.injectable;
    exports com.devpayr.license;
    exports com.devpayr.operation;
    exports com.devpayr.page;
    exports com.devpayr.payment;
    exports com.devpayr.project;
    exports com.devpayr.runtime;
    exports com.devpayr.secret;
    exports com.devpayr.spi;
    exports com.devpayr.status;
    exports com.devpayr.webhook;
    exports com.devpayr.internal.call to
            com.devpayr.feign,
            com.devpayr.jackson,
            com.devpayr.retrofit,
            com.devpayr.spring,
            com.devpayr.vertx;
    exports com.devpayr.internal.concurrent to
            com.devpayr.feign,
            com.devpayr.jackson,
            com.devpayr.resilience4j,
            com.devpayr.retrofit,
            com.devpayr.spring,
            com.devpayr.vertx;
    exports com.devpayr.internal.config to
            com.devpayr.feign,
            com.devpayr.jackson,
            com.devpayr.spring,
            com.devpayr.vertx;
    exports com.devpayr.internal.file to
            com.devpayr.cli,
            com.devpayr.emulator,
            com.devpayr.injectables;
    exports com.devpayr.internal.log to
            com.devpayr.feign,
            com.devpayr.jackson,
            com.devpayr.retrofit,
            com.devpayr.spring,
            com.devpayr.vertx;
    exports com.devpayr.internal.model to
            com.devpayr.cli,
            com.devpayr.feign,
            com.devpayr.injectables,
            com.devpayr.jackson,
            com.devpayr.retrofit,
            com.devpayr.testkit,
            com.devpayr.vertx;
    exports com.devpayr.internal.page to
            com.devpayr.vertx;
    exports com.devpayr.internal.policy to
            com.devpayr.feign,
            com.devpayr.jackson,
            com.devpayr.okhttp,
            com.devpayr.resilience4j,
            com.devpayr.retrofit,
            com.devpayr.testkit,
            com.devpayr.vertx;
    exports com.devpayr.internal.provision to
            com.devpayr.vertx;
    exports com.devpayr.internal.proxy to
            com.devpayr.spring,
            com.devpayr.vertx;
    exports com.devpayr.internal.resilience to
            com.devpayr.resilience4j,
            com.devpayr.vertx;
    exports com.devpayr.internal.wire to
            com.devpayr.feign,
            com.devpayr.injectables,
            com.devpayr.jackson,
            com.devpayr.retrofit,
            com.devpayr.testkit;
}
