package com.devpayr.retrofit;

import com.devpayr.operation.ApiOperation;
import com.devpayr.operation.Operation;
import com.devpayr.page.Page;
import com.devpayr.project.Project;
import com.devpayr.project.ProjectDraft;
import com.devpayr.project.ProjectUpdate;
import com.devpayr.spi.CallContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.QueryMap;
import retrofit2.http.Tag;

/** The projects of a vendor. */
interface ProjectApi {
    @ApiOperation(Operation.PROJECT_LIST)
    @GET("projects")
    Call<Page<Project>> list(@QueryMap(encoded = true) Map<String, String> page, @Tag @Nullable CallContext context);

    @ApiOperation(Operation.PROJECT_GET)
    @GET("project/{project}")
    Call<Project> get(@Path("project") long projectId, @Tag @Nullable CallContext context);

    @ApiOperation(Operation.PROJECT_CREATE)
    @POST("project")
    Call<Project> create(@Body ProjectDraft draft, @Tag @Nullable CallContext context);

    @ApiOperation(Operation.PROJECT_UPDATE)
    @PATCH("project/{project}")
    Call<Project> update(
            @Path("project") long projectId, @Body ProjectUpdate update, @Tag @Nullable CallContext context);

    @ApiOperation(Operation.PROJECT_DELETE)
    @DELETE("project/{project}")
    Call<EmptyResult> delete(@Path("project") long projectId, @Tag @Nullable CallContext context);
}
