/** An endpoint that the environment names; `from`: the variable that holds the address. `embeddings`: the model for vectors; empty: none. */
export interface NamedModel { baseUrl: string; name: string; key: string | null; embeddings: string; from: 'DESKMATE_MODEL_BASE_URL' | 'OPENAI_BASE_URL' }

/**
 * The OPENAI_ names lie about in many shells for other programs. They count only once DESKMATE_MODEL names a model:
 * customers' words go nowhere that nobody chose for this desk. null: no endpoint is named.
 */
export function modelFromEnvironment(env: Readonly<Record<string, string | undefined>>): NamedModel | null {
  const name = env['DESKMATE_MODEL'] ?? ''
  const shared = name === '' ? {} : env
  const key = env['DESKMATE_MODEL_KEY'] || shared['OPENAI_API_KEY'] || null
  const from = env['DESKMATE_MODEL_BASE_URL'] ? 'DESKMATE_MODEL_BASE_URL' : 'OPENAI_BASE_URL'
  const baseUrl = env['DESKMATE_MODEL_BASE_URL'] || shared['OPENAI_BASE_URL'] || (key ? 'https://api.openai.com/v1' : '')
  return baseUrl ? { baseUrl, name, key, embeddings: env['DESKMATE_EMBEDDING_MODEL'] ?? '', from } : null
}
