export type Section = 'general' | 'appearance' | 'model' | 'autopilot' | 'taught' | 'shortcuts' | 'sounds' | 'notifications' | 'side' | 'connection' | 'about'

/** In the order in which they stand. `also`: other words that people look for them by, in either language. */
export const SECTIONS: readonly { id: Section; also: string }[] = [
  { id: 'general', also: 'name language send bubbles paragraphs voice tone 名字 语言 发送 分段 分条 口吻 语气' },
  { id: 'appearance', also: 'theme dark light density font size 主题 深色 暗色 字号 疏密' },
  { id: 'model', also: 'llm ai openai ollama llama vllm key endpoint 大模型 密钥 接口' },
  { id: 'autopilot', also: 'automatic bot limits policy 机器人 自动回复 权限' },
  { id: 'shortcuts', also: 'keys keyboard remap hotkeys 快捷键 键盘 改键' },
  { id: 'sounds', also: 'volume mute ring quiet night 音量 静音 提示音 夜间' },
  { id: 'notifications', also: 'alerts notes 提醒 消息' },
  { id: 'taught', also: 'learn teach train topics labels corrections examples spreadsheet 学习 训练 主题 标签 纠正 例句 表格' },
  { id: 'side', also: 'panel hotkey clipboard qianniu jingmai feige 侧边 助手 剪贴板 快捷键 千牛 京麦 飞鸽 截屏' },
  { id: 'connection', also: 'gateway server network seat 服务器 网络 席位' },
  { id: 'about', also: 'version licence data folder backup 版本 许可 数据 备份' },
]
