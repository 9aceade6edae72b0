/** An application with two transports. */
module com.example.shop {
    requires com.devpayr;
    requires com.devpayr.retrofit;
    requires com.devpayr.vertx;
}
